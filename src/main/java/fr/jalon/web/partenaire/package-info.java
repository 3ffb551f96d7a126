/** A partner's own space, and the answer by a single-use link. */
package fr.jalon.web.partenaire;
