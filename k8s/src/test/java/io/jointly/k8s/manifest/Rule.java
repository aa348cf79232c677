package io.jointly.k8s.manifest;

/**
 * What is demanded of the manifests. Each rule has planted faults that it must catch
 * (planted-faults.yaml).
 */
enum Rule {
    KNOWN_KIND,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    ALLOWED_VALUE,
    UNIQUE_OBJECT,
    ONE_NAMESPACE,
    NAMESPACE_RESTRICTED,
    RUN_AS_NON_ROOT,
    SECCOMP,
    READ_ONLY_ROOT,
    CAPABILITIES,
    PRIVILEGE_ESCALATION,
    HOST_ACCESS,
    VOLUME_TYPE,
    SERVICE_ACCOUNT_TOKEN,
    SERVICE_LINKS,
    RESOURCES,
    PROBES,
    WRITABLE_TMP,
    REPLICAS,
    SPREAD,
    DISRUPTION_BUDGET,
    GRACEFUL_STOP,
    IMAGE_TAG,
    SELECTOR,
    REFERENCE,
    EXPOSURE,
    ENVIRONMENT,
    SECRET_BY_REFERENCE,
    DEFAULT_DENY,
    NETWORK_ALLOW_LIST
}
