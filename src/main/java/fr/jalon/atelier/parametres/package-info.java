/** Dated tables written from a page: values read in words, new rows put into the file without touching the rest of it. */
package fr.jalon.atelier.parametres;
