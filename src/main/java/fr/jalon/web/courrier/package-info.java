/** The life of the letters on screen: the basket to sign, the batches to print and to send. */
package fr.jalon.web.courrier;
