namespace PayPage.Domain.Previews;

/// <summary>Turns what a preview shows into text for an address, and back. Only we can read or make it.</summary>
public interface IPreviewSeal
{
    /// <summary>Another text each time: letters, digits, hyphens and underscores; as short as its content allows.</summary>
    string Seal<T>(T content);

    /// <returns>Null when the text is not, character for character, one that we made.</returns>
    T? Open<T>(string text)
        where T : class;
}
