package uploads

import (
	"io"
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
)

func keep(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	defer file.Close()
	out, err := os.Create("/srv/uploads/" + header.Filename) // finds: go.security.arbitrary-file-write
	if err != nil {
		return
	}
	io.Copy(out, file)
	os.Create("/srv/uploads/" + filepath.Base(header.Filename)) // ok: go.security.arbitrary-file-write
	os.RemoveAll("/srv/uploads/" + r.FormValue("folder"))       // finds: go.security.arbitrary-file-write
	os.RemoveAll("/srv/uploads/tmp")                            // ok: go.security.arbitrary-file-write
}

func save(c *gin.Context) {
	file, err := c.FormFile("file")
	if err != nil {
		return
	}
	c.SaveUploadedFile(file, "/srv/"+c.PostForm("name"))         // finds: go.security.arbitrary-file-write
	c.SaveUploadedFile(file, "/srv/"+filepath.Base(c.PostForm("name"))) // ok: go.security.arbitrary-file-write
}
