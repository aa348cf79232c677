package io.jointly.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void findsSevenFreePortsInARow() {
        var ports = Ports.free();

        assertThatNoException().isThrownBy(() -> PortCheck.requireFree("127.0.0.1", ports));
        assertThat(ports.purposes()).hasSize(7);
        assertThat(ports.database()).isEqualTo(ports.gateway() + 6);
    }

    @Test
    void namesTheTakenPortItsPurposeAndItsHolder() throws IOException {
        var ports = Ports.free();
        try (var taken = new ServerSocket(ports.okr(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(LocalProblem.class)
                    .isThrownBy(() -> PortCheck.requireFree("127.0.0.1", ports))
                    .withMessageContaining(
                            "Port %d, meant for the OKR service", taken.getLocalPort())
                    .withMessageContaining("java (process %d)", ProcessHandle.current().pid())
                    .withMessageContaining("--port");
        }
    }

    @Test
    void noticesAListenerOnEveryAddress() throws IOException {
        var ports = Ports.free();
        try (var taken = new ServerSocket(ports.gateway())) {
            assertThat(PortCheck.isFree("127.0.0.1", taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void refusesABaseThatLeavesNoRoomForAllSeven() {
        assertThat(new Ports(65529).database()).isEqualTo(65535);
        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> new Ports(65530))
                .withMessageContaining("1 to 65529");
        assertThatExceptionOfType(LocalProblem.class).isThrownBy(() -> new Ports(0));
    }
}
