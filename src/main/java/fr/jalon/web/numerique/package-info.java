/** Digital inclusion: the short diagnosis, its result explained, the nearest places. */
package fr.jalon.web.numerique;
