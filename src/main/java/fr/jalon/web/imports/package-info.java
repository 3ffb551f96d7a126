/** Screens of the imports: deposit, preview, correction, writing, result. */
package fr.jalon.web.imports;
