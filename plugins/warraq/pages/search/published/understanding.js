import{parts as e}from"./search.js";export const{FEW,MANY,named,others,related,joined,slips,isCut,expect,understood}=e["understanding.js"];
