namespace DoubleRandom.Verifiable.Lists;

/// <summary>
/// Works through the ranges of a file (分段执行): calls <paramref name="range"/> once with every number from 0 to
/// <paramref name="ranges"/> − 1, in any order and on as many threads as there are, and returns when all are done. Ranges
/// touch nothing that another touches; what is made of them does not depend on who works, or on how many do.
/// </summary>
/// <param name="ranges">How many there are, 2 or more; a single one is never handed out.</param>
/// <param name="range">Works through one range. It throws only where there is a bug.</param>
public delegate void RangeWork(int ranges, Action<int> range);
