// Tests wait for disks and sockets as often as they compute: with one more at a time than there are cores here, none of these stands idle.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
