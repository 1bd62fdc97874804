import{parts as s}from"./search.js";export const{Analysis}=s["analysis.js"];
