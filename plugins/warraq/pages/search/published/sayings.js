import{parts as s}from"./search.js";export const{LATIN,LETTERED,each,runs,withoutAsking,spelt,keys,isListed,withoutArticle,names,inPrint,meant,compounds}=s["sayings.js"];
