{const asked=new URLSearchParams(location.search);
for(const input of document.querySelectorAll("[name=depth],[name=year]"))if(input.value==asked.get(input.name))input.checked=input.dataset.asked=true;
const open=asked.get("open")??"";
for(const card of document.querySelectorAll("details[id]"))if(open.length<=LONGEST&&open.split(".").includes(card.id))card.open=card.dataset.asked=true;
if(!CSS.supports("overflow-anchor:auto")){
let read,top;
const now=()=>read?.getClientRects()[0]?.top;
addEventListener("scroll",()=>{
for(let y=9;y<innerHeight;y+=24){read=document.elementFromPoint(innerWidth/3,y);if(read?.matches("h2,h3,p,li,td,summary"))break}
top=now()});
new ResizeObserver(()=>scrollY&&scrollBy({top:now()-top||0,behavior:"instant"})).observe(document.documentElement)}}
