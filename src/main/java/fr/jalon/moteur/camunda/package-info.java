/** The adapter of Camunda 7: the only package that imports {@code org.camunda}. */
package fr.jalon.moteur.camunda;
