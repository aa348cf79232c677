package io.jointly.governance.link;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What we want to know of another service's record: that it is there, and where it works. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FoundRecord(String code, String ref, String name, String timeZone) {}
