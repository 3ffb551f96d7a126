/** The public API, version 1. Its paths and names are a contract: see docs/api.md. */
package fr.jalon.web.api;
