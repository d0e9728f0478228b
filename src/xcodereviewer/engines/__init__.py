"""The engines that find problems, and the processes they run in."""
