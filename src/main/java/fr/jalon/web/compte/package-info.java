/** One's own account: password and personal tokens. */
package fr.jalon.web.compte;
