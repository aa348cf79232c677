package io.jointly.governance.link;

import io.jointly.kit.link.Link;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks the owners of linked records whether they exist. */
@ApplicationScoped
public class LinkVerifier {
    private final Instance<LinkOwner> owners;

    LinkVerifier(Instance<LinkOwner> owners) {
        this.owners = owners;
    }

    /**
     * The links as somebody wants to write them. One to what does not exist is refused; one whose
     * owner does not answer is kept as unverified.
     *
     * @param pointer where in the request they are
     */
    public Links verify(String pointer, List<Link> links) {
        var checked = new LinkedHashMap<Link, Existence>();
        for (var i = 0; i < links.size(); i++) {
            requireOwner(links.get(i), pointer + "/" + i);
            if (checked.put(links.get(i), Existence.UNKNOWN) != null) {
                throw StandardProblem.invalid(pointer + "/" + i, "is there twice");
            }
        }
        // Others are asked before we look at our own records: looking takes a database connection,
        // and nobody should hold one while another service takes its time.
        check(pointer, links, LinkOwner::asksElsewhere, checked);
        check(pointer, links, Predicate.not(LinkOwner::asksElsewhere), checked);
        return new Links(checked);
    }

    private void check(
            String pointer,
            List<Link> links,
            Predicate<LinkOwner> asked,
            Map<Link, Existence> checked) {
        var silent = new HashSet<LinkOwner>();
        for (var i = 0; i < links.size(); i++) {
            var owner = requireOwner(links.get(i), pointer + "/" + i);
            // Who did not answer once is not waited for again within the same request.
            if (!asked.test(owner) || silent.contains(owner)) {
                continue;
            }
            var existence = check(owner, links.get(i), pointer + "/" + i);
            checked.put(links.get(i), existence);
            if (existence == Existence.UNKNOWN) {
                silent.add(owner);
            }
        }
    }

    /** What the owners say by now, asked by a job. */
    Map<Link, Existence> ask(List<Link> links) {
        return links.stream()
                .collect(
                        Collectors.toMap(
                                link -> link,
                                link ->
                                        ownerOf(link)
                                                .map(o -> o.check(link, Asking.SERVICE))
                                                .orElse(Existence.MISSING)));
    }

    private static Existence check(LinkOwner owner, Link link, String pointer) {
        var existence = owner.check(link, Asking.CALLER);
        if (existence == Existence.MISSING) {
            throw notFound("There is no '%s'.".formatted(link), pointer);
        }
        return existence;
    }

    private LinkOwner requireOwner(Link link, String pointer) {
        return ownerOf(link)
                .orElseThrow(
                        () ->
                                StandardProblem.ruleViolated(
                                        "link-kind-unknown",
                                        "'%s' is of a kind that no service owns; known are %s."
                                                .formatted(link, kinds()),
                                        FieldError.at(pointer, "is of a kind unknown here")));
    }

    private static StandardProblem notFound(String detail, String pointer) {
        return StandardProblem.ruleViolated(
                "link-not-found", detail, FieldError.at(pointer, "links to nothing that exists"));
    }

    private Optional<LinkOwner> ownerOf(Link link) {
        return owners.stream().filter(o -> o.kinds().contains(link.kind())).findFirst();
    }

    private String kinds() {
        return owners.stream()
                .flatMap(o -> o.kinds().stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
