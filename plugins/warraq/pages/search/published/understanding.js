import{parts as e}from"./search.js";export const{FEW,MANY,others,related,joined,slips,expect,understood}=e["understanding.js"];
