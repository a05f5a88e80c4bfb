using PayPage.Domain.Delivery;

namespace PayPage.Domain.Documents;

/// <summary>Puts files into one.</summary>
public interface IFilePacker
{
    /// <param name="files">With different names.</param>
    /// <param name="at">The time that the files get in it, to two seconds.</param>
    /// <returns>A ZIP file. The same input gives the same bytes.</returns>
    byte[] Pack(IReadOnlyList<MailFile> files, DateTimeOffset at);
}
