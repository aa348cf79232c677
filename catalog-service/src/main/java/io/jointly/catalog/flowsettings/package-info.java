/**
 * How a stream's owners want its work to be read: which events belong to which stage, which states
 * are active or waiting, what is compared with, and how long work items are kept.
 */
package io.jointly.catalog.flowsettings;
