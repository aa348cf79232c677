/** Every refusal, from the domain to the RFC 9457 document. */
package io.jointly.kit.problem;
