/** The path of a breach and its sanction: its names, its automatic and human steps, its letters, its question to the équipe. */
@NamedInterface("sanction")
package fr.jalon.parcours.sanction;

import org.springframework.modulith.NamedInterface;
