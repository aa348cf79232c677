package io.jointly.catalog.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.catalog.department.Departments;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** What can be done with services. */
@ApplicationScoped
@Transactional
public class ServiceCatalog {
    private final Services services;
    private final Departments departments;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;

    ServiceCatalog(
            Services services,
            Departments departments,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller) {
        this.services = services;
        this.departments = departments;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
    }

    /** Refuses codes that name no service, and points at the field that holds them. */
    public void requireAll(String pointer, Collection<String> codes) {
        var unknown = new TreeSet<>(codes);
        if (!unknown.isEmpty()) {
            unknown.removeAll(services.known(unknown));
        }
        if (!unknown.isEmpty()) {
            throw StandardProblem.invalid(
                    pointer, "names what is no service: " + String.join(", ", unknown));
        }
    }

    Page<ServiceView> list(ServiceFilter filter, Paging paging) {
        if (filter.department() != null) {
            departments.requireParameter("department", filter.department());
        }
        return paging.page(
                (code, most) -> services.after(code, filter, most),
                Service::code,
                Service::view,
                () -> services.count(filter));
    }

    ServiceView find(String code) {
        return services.require(code).view();
    }

    ServiceView add(NewService wish) {
        var description = wish.description();
        requireMayEdit(owners(description));
        if (services.named(wish.code()).isPresent()) {
            throw StandardProblem.exists("service", wish.code());
        }
        requireDepartments(description);
        var service = new Service(wish);
        services.persistAndFlush(service);
        journal.record("service.created", service.link(), null, service.view());
        return service.view();
    }

    ServiceView change(String code, JsonNode patch) {
        var service = services.require(code);
        requireMayEdit(service.ownerCodes());
        precondition.matches(service);
        var before = service.view();
        var wish = mergePatch.apply(patch, service.description(), ServiceDescription.class);
        if (!mayKeepTheCatalog()) {
            caller.requireToSpeakForAllWhoLeave("/owners", service.ownerCodes(), owners(wish));
        }
        requireDepartments(wish);
        service.describe(wish);
        services.flush();
        journal.record("service.changed", service.link(), before, service.view());
        return service.view();
    }

    private void requireMayEdit(Collection<String> owners) {
        if (!mayKeepTheCatalog()) {
            caller.requireHeadOfAny(owners.stream().sorted().toList());
        }
    }

    private boolean mayKeepTheCatalog() {
        return caller.is("catalog:write");
    }

    private void requireDepartments(ServiceDescription wish) {
        var errors = new ArrayList<FieldError>();
        errors.addAll(repeated("/owners/%d/department", owners(wish)));
        errors.addAll(repeated("/consumers/%d", wish.consumers()));
        if (!errors.isEmpty()) {
            throw StandardProblem.invalid(errors);
        }
        departments.requireAll("/owners", owners(wish));
        departments.requireAll("/consumers", wish.consumers());
    }

    private static List<FieldError> repeated(String pointer, List<String> codes) {
        var seen = new HashSet<String>();
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                errors.add(
                        FieldError.at(
                                pointer.formatted(i), "names '" + codes.get(i) + "' once more"));
            }
        }
        return errors;
    }

    private static List<String> owners(ServiceDescription description) {
        return description.owners().stream().map(Owner::department).toList();
    }
}
