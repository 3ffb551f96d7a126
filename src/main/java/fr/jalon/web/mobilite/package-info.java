/** The budget: the envelopes for who follows them, the payment orders and the closing for the finances. */
package fr.jalon.web.mobilite;
