/** The path of an aid to mobility: its steps, delegates and letters. */
@NamedInterface("parcours")
package fr.jalon.mobilite.parcours;

import org.springframework.modulith.NamedInterface;
