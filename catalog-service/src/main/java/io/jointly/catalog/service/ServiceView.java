package io.jointly.catalog.service;

import io.jointly.kit.record.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service as callers see it. */
@Schema(name = "Service", description = "A service as the business knows it.")
public record ServiceView(
        @Schema(examples = "laptop-provisioning") String code,
        @Schema(examples = "Laptop provisioning") String name,
        @Schema(description = "What it delivers, in the words of those who use it") String what,
        @Schema(description = "Why it matters") String why,
        @Schema(description = "Business outcome that it supports", nullable = true)
                String businessOutcome,
        Lifecycle lifecycle,
        @Schema(description = "Departments that own it together, by code") List<Owner> owners,
        @Schema(
                        description = "Codes of the departments that use it, in order",
                        examples = "[\"sales\"]")
                List<String> consumers,
        @Schema(description = "Business person who answers for its value", nullable = true)
                String accountable,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
