/**
 * The pain-point inbox: anybody reports what hurts in a stream, its owners answer in the time they
 * promised.
 */
package io.jointly.catalog.painpoint;
