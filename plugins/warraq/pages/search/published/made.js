import{parts as o}from"./search.js";export const{Made,row,whole}=o["made.js"];
