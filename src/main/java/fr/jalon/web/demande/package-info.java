/** The form of an RSA claim: the whole situation, without any script. */
package fr.jalon.web.demande;
