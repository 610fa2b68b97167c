(find=>{
const share=find("#share"),search=find("#search"),field=find("#share textarea"),said=find(".link-said");
let sheet,shown;
const dress=()=>sheet??=document.head.appendChild(Object.assign(document.createElement("link"),{rel:"stylesheet",href:share.dataset.style}));
const load=dialog=>{
dress();
dialog.piece??=import(dialog.dataset.piece).then(glue=>glue.default()).catch(error=>{
dialog.failed=true;
if(dialog==search)find("#search .said").textContent=search.dataset.missing;
else{find("#share [value=copy]").hidden=true;share.open&&field.select()}
console.warn(error)})};
for(const dialog of[share,search]){
const open=find("button."+dialog.id);
open.hidden=false;
open.onpointerenter=open.onfocus=dress;
open.onclick=()=>{open.command||dialog.showModal();field.value=location.href;if(dialog.failed)dialog.piece=dialog.failed=null;load(dialog)};
dialog.onclick=event=>{event.target.value=="close"&&!event.target.command&&dialog.close()}}
document.addEventListener("keydown",event=>{
if(event.key=="/"&&!event.ctrlKey&&!event.metaKey&&!event.altKey&&!find("dialog[open]")&&!event.target.matches("textarea,select,input:not([type=radio],[type=checkbox])")){event.preventDefault();find("button.search").click()}});
CSS.supports("selector(::details-content)")||document.addEventListener("change",({target})=>{
if(target.value=="everything"&&document.documentElement.dataset.app!="live")for(const card of document.querySelectorAll("details"))card.open=true});
document.addEventListener("selectionchange",()=>{
const chosen=getSelection();
if(!chosen.isCollapsed&&find("main").contains(chosen.anchorNode))load(share)});
document.addEventListener("click",event=>{
const link=event.target.closest?.("a.anchor");
if(link&&!event.ctrlKey&&!event.metaKey&&!event.shiftKey)navigator.clipboard?.writeText(location.href.split(/[?#]/)[0]+link.hash).then(()=>{
said.textContent=said.dataset.said;clearTimeout(shown);shown=setTimeout(()=>said.textContent="",4000)},()=>{})})
})(selector=>document.querySelector(selector))