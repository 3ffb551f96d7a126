/** A draft table run on past facts: how facts are given back their types, how two answers are compared. */
package fr.jalon.atelier.rejeu;
