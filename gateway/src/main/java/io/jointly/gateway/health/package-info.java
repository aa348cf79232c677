/** Whether the gateway is of use right now. */
package io.jointly.gateway.health;
