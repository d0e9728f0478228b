import java.io.File;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.io.*;
import org.apache.commons.lang3.StringUtils;

class Commons {
    void files(HttpServletRequest request, FileItem item) throws Exception {
        String name = request.getParameter("name");
        FileUtils.readFileToString(new File("/data", name), "UTF-8"); // finds: request > path
        FileUtils.readFileToString(new File("/data", FilenameUtils.getName(name)), "UTF-8"); // ok
        FileUtils.writeStringToFile(new File("/data/form"), name, "UTF-8"); // ok
        FileUtils.deleteQuietly(new File(StringUtils.trim(name))); // finds: request > path-write
        item.write(new File("/data", item.getName())); // finds: request > path-write
        item.write(new File("/data/upload")); // ok
        Runtime.getRuntime().exec(IOUtils.toString(request.getReader())); // finds: request > command
        if (StringUtils.isAlphanumeric(name)) Runtime.getRuntime().exec("show " + name); // ok
    }
}
