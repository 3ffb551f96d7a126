/** The path of an RSA claim: its names, its automatic and human steps, its letters and their previews. */
@NamedInterface("rsa")
package fr.jalon.parcours.rsa;

import org.springframework.modulith.NamedInterface;
