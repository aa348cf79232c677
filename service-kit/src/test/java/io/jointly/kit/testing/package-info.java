/** What the services' tests share: a real PostgreSQL and tokens to sign in with. */
package io.jointly.kit.testing;
