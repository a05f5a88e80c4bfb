namespace PayPage.Domain.Links;

/// <summary>When declined tries hold a link: a payer mistypes a few times, a thief of cards tries on and on.</summary>
/// <param name="Rests">After so many, and again after as many more, it rests; 1 or more.</param>
/// <param name="Rest">For how long.</param>
/// <param name="Bars">After so many it takes no payments until the merchant says otherwise; 1 or more.</param>
public readonly record struct DeclineFence(int Rests, TimeSpan Rest, int Bars);
