namespace PayPage.Documents.Text;

/// <summary>What a character does to the direction of text. The names are those of Unicode Standard Annex 9, table 4.</summary>
internal enum BidiClass
{
    /// <summary>Left to right.</summary>
    L,

    /// <summary>Right to left.</summary>
    R,

    /// <summary>Right to left, Arabic: digits after it are Arabic numbers.</summary>
    AL,

    /// <summary>European digit.</summary>
    EN,

    /// <summary>Plus and minus.</summary>
    ES,

    /// <summary>Stands beside numbers: currency, percent.</summary>
    ET,

    /// <summary>Arabic digit.</summary>
    AN,

    /// <summary>Stands inside numbers: comma, full stop.</summary>
    CS,

    /// <summary>A mark on the letter before it.</summary>
    NSM,

    /// <summary>Of no account.</summary>
    BN,

    /// <summary>End of a paragraph.</summary>
    B,

    /// <summary>Tab.</summary>
    S,

    /// <summary>White space.</summary>
    WS,

    /// <summary>Takes the direction of what is around it.</summary>
    ON,

    LRE,
    LRO,
    RLE,
    RLO,
    PDF,

    /// <summary>Begins a left-to-right stretch that the text around it does not see.</summary>
    LRI,
    RLI,

    /// <summary>Begins such a stretch, of the direction of its first strong letter.</summary>
    FSI,

    /// <summary>Ends it.</summary>
    PDI,
}
