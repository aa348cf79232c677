/** The real Keycloak of the suite: distribution, realm, server and tokens. */
package io.jointly.local.identity;
