/** The path of a referral to partners: its names, its automatic and human steps, its letters. */
@NamedInterface("partenaire")
package fr.jalon.parcours.partenaire;

import org.springframework.modulith.NamedInterface;
