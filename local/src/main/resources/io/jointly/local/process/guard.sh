# Runs one part of the suite and sees to it that the part never outlives the launcher.
# The launcher holds the other end of this script's input: a line there is a signal to pass on, its end means that the
# launcher is gone, however it went. Arguments: pid file, signal that stops the part, seconds to let it stop, command.
pid_file=$1 stop_signal=$2 grace=$3
shift 3
# Own process group for the part: Ctrl-C at the terminal reaches the launcher alone, which then stops the parts in order.
set -m
trap '' HUP
trap : INT TERM
exec 3<&0

"$@" </dev/null 3<&- &
part=$!
echo "$part" >"$pid_file"

watch() {
    while read -r signal <&3; do kill -s "$signal" "$part"; done
    kill -s "$stop_signal" "$part"
    for ((tenths = grace * 10; tenths > 0; tenths--)); do
        kill -0 "$part" || return
        sleep 0.1
    done
    kill -s KILL -- "-$part"
}
watch >/dev/null 2>&1 &
watcher=$!

# A signal to this script interrupts the wait without the part having ended. The job table knows, where the bare number
# might be another process by now.
while :; do
    wait "$part"
    status=$?
    jobs -r -p | grep -qx "$part" || break
done
rm -f "$pid_file"
kill -s KILL -- "-$watcher" 2>/dev/null
exit "$status"
