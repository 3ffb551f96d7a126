/** Accounts, antennes, incidents. */
package fr.jalon.web.admin;
