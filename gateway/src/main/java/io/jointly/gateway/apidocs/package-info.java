/** The merged API description, its explorer, and a page for every kind of refusal. */
package io.jointly.gateway.apidocs;
