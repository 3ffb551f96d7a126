/** The desk of a member of a jury, and the sitting for who presides and the secretary. */
package fr.jalon.web.jury;
