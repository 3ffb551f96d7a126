/** What Camunda Modeler calls: the part of the engine's public protocol that deposits a draft; no other part of it exists. */
package fr.jalon.web.modeler;
