import{parts as n}from"./search.js";export const{inFull,unpacked}=n["unpacked.js"];
