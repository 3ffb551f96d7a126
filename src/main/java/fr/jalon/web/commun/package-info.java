/** What screens and API share: the account that calls. */
package fr.jalon.web.commun;
