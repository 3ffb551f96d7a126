/** Import of newcomers to orient, and where they would go. */
package fr.jalon.importation.orientation;
