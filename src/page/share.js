(share=>{
const open=document.querySelector("button.share"),field=share.querySelector("textarea"),said=document.querySelector(".link-said");
let piece,failed,shown;
const load=()=>piece??=import(share.dataset.piece).then(glue=>glue.default()).catch(error=>{
failed=true;share.querySelector("[value=copy]").hidden=true;share.open&&field.select();console.warn(error)});
open.hidden=false;
open.onclick=()=>{open.command||share.showModal();field.value=location.href;if(failed)piece=failed=null;load()};
share.onclick=event=>{event.target.value=="close"&&!event.target.command&&share.close()};
document.addEventListener("selectionchange",()=>{
const chosen=getSelection();
if(!chosen.isCollapsed&&document.querySelector("main").contains(chosen.anchorNode))load()});
document.addEventListener("click",event=>{
const link=event.target.closest?.("a.anchor");
if(link&&!event.ctrlKey&&!event.metaKey&&!event.shiftKey)navigator.clipboard?.writeText(location.href.split(/[?#]/)[0]+link.hash).then(()=>{
said.textContent=said.dataset.said;clearTimeout(shown);shown=setTimeout(()=>said.textContent="",4000)},()=>{})})
})(document.getElementById("share"))