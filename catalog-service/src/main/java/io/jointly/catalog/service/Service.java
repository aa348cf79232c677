package io.jointly.catalog.service;

import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.SortNatural;

/** A service as the business knows it, owned by one or more departments together. */
@Entity
class Service extends Aggregate {
    private static final int PAGE_AND_ONE = 201;

    private String code;
    private String name;
    private String what;
    private String why;
    private String businessOutcome;

    @Enumerated(EnumType.STRING)
    private Lifecycle lifecycle;

    private String accountable;

    /** Contributions by department; read for a whole page of services at once. */
    @ElementCollection
    @CollectionTable(name = "service_owner", joinColumns = @JoinColumn(name = "service_id"))
    @MapKeyColumn(name = "department")
    @Column(name = "contribution")
    @SortNatural
    @BatchSize(size = PAGE_AND_ONE)
    private SortedMap<String, String> owners = new TreeMap<>();

    @ElementCollection
    @CollectionTable(name = "service_consumer", joinColumns = @JoinColumn(name = "service_id"))
    @Column(name = "department")
    @SortNatural
    @BatchSize(size = PAGE_AND_ONE)
    private SortedSet<String> consumers = new TreeSet<>();

    protected Service() {}

    Service(NewService wish) {
        code = wish.code();
        describe(wish.description());
    }

    String code() {
        return code;
    }

    Set<String> ownerCodes() {
        return Set.copyOf(owners.keySet());
    }

    Link link() {
        return new Link("service", code);
    }

    void describe(ServiceDescription description) {
        name = description.name();
        what = description.what();
        why = description.why();
        businessOutcome = description.businessOutcome();
        lifecycle = description.lifecycle();
        accountable = description.accountable();
        var contributions = new TreeMap<String, String>();
        description.owners().forEach(o -> contributions.put(o.department(), o.contribution()));
        // Changed in place, so that only the rows that differ are written.
        owners.keySet().retainAll(contributions.keySet());
        owners.putAll(contributions);
        consumers.retainAll(description.consumers());
        consumers.addAll(description.consumers());
        touch();
    }

    ServiceDescription description() {
        return new ServiceDescription(
                name,
                what,
                why,
                businessOutcome,
                lifecycle,
                ownersByCode(),
                List.copyOf(consumers),
                accountable);
    }

    ServiceView view() {
        return new ServiceView(
                code,
                name,
                what,
                why,
                businessOutcome,
                lifecycle,
                ownersByCode(),
                List.copyOf(consumers),
                accountable,
                version(),
                createdAt(),
                updatedAt());
    }

    private List<Owner> ownersByCode() {
        return owners.entrySet().stream().map(o -> new Owner(o.getKey(), o.getValue())).toList();
    }
}
