package io.jointly.k8s.manifest;

/** A block of IPv4 addresses, as in 10.0.0.0/8. */
record Cidr(long network, int prefix) {
    static boolean isValid(String text) {
        if (!text.matches("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}")) {
            return false;
        }
        Cidr cidr = of(text);
        return cidr.prefix <= 32 && cidr.network == (cidr.network & cidr.mask());
    }

    static Cidr of(String text) {
        String[] parts = text.split("/", 2);
        return new Cidr(address(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean contains(String address) {
        return (address(address) & mask()) == network;
    }

    private long mask() {
        return prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;
    }

    private static long address(String text) {
        long address = 0;
        for (String octet : text.split("\\.", 4)) {
            address = address << 8 | Integer.parseInt(octet);
        }
        return address;
    }
}
