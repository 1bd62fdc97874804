import{parts as o}from"./search.js";export const{folded}=o["versions.js"];
