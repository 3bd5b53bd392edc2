/** What `konsul-sim --help` says. */
export const HELP = `konsul-sim: runs a cluster that a text file describes, on virtual time

  konsul-sim run FILE [options]     run it, print a summary, write a report with pictures
  konsul-sim check FILE             read it and say what it describes

  --seed N           replaces the file's seed
  --seeds N          runs N seeds, from that one on
  --members N        replaces the number of members, in the same proportions
  --protocol MODULE  what runs: a file or a package whose export 'protocol' starts members
                     (default @konsul/swim/simulated)
  --out DIR          where the report goes (default FILE.report)

A file has one thing per line; # begins a remark.

  title Two sites, one of which is cut off
  seed 7
  duration 2m
  members 60 in east                          named east-0, east-1, ...
  members 40 in west join at 10s within 5s
  link latency=uniform:0.2:1                  all links
  link east - west latency=uniform:40:45      both ways; > is one way
  matrix rtt.csv rtt ms                       a measured table; members stand in it in turn
  set suspicionMultiplier 5                   an option of the protocol
  at 30s kill east-3 east-4
  at 40s leave west-1
  at 50s for 20s partition east | west        any fault of a fault plan; sites may be named
  at 80s for 5s links east > west lossRatio=0.3
`;
