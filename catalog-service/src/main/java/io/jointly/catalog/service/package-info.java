/** The services: what they deliver, why it matters, and who owns them together. */
package io.jointly.catalog.service;
